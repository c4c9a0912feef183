; Vietnamese for the installer pages that electron-builder brings in other languages only. Ours come after its own, so
; they win; makensis warns of texts that are set twice (6030), which is what is meant here.
!macro customHeader
  !pragma warning push
  !pragma warning disable 6030

  LangString win7Required ${LANG_VIETNAMESE} "Cần Windows 10 trở lên."
  LangString x64WinRequired ${LANG_VIETNAMESE} "Cần Windows bản 64-bit."
  LangString appRunning ${LANG_VIETNAMESE} "${PRODUCT_NAME} đang chạy.$\r$\nBấm OK để đóng chương trình.$\r$\nNếu không đóng được, hãy tự đóng rồi làm lại."
  LangString appCannotBeClosed ${LANG_VIETNAMESE} "Không đóng được ${PRODUCT_NAME}.$\r$\nHãy tự đóng chương trình rồi bấm Thử lại."
  LangString installing ${LANG_VIETNAMESE} "Đang cài đặt, vui lòng chờ..."
  LangString areYouSureToUninstall ${LANG_VIETNAMESE} "Gỡ ${PRODUCT_NAME} khỏi máy tính này? Các đợt rà soát đã lưu vẫn được giữ."
  LangString decompressionFailed ${LANG_VIETNAMESE} "Không giải nén được tệp cài đặt. Hãy chạy lại bộ cài đặt."
  LangString uninstallFailed ${LANG_VIETNAMESE} "Không gỡ được phiên bản cũ. Hãy chạy lại bộ cài đặt."
  LangString appClosing ${LANG_VIETNAMESE} "Đang đóng ${PRODUCT_NAME}..."

  LangString chooseInstallationOptions ${LANG_VIETNAMESE} "Cách cài đặt"
  LangString chooseUninstallationOptions ${LANG_VIETNAMESE} "Cách gỡ cài đặt"
  LangString whichInstallationShouldBeRemoved ${LANG_VIETNAMESE} "Gỡ bản cài đặt nào?"
  LangString whoShouldThisApplicationBeInstalledFor ${LANG_VIETNAMESE} "Cài đặt cho ai dùng?"
  LangString selectUserMode ${LANG_VIETNAMESE} "Chọn cài đặt cho mọi người dùng máy tính này hay chỉ cho bạn."
  LangString whichInstallationRemove ${LANG_VIETNAMESE} "Chương trình được cài cả cho mọi người dùng và cho riêng bạn.$\r$\nBạn muốn gỡ bản nào?"
  LangString freshInstallForAll ${LANG_VIETNAMESE} "Cài mới cho mọi người dùng (cần tài khoản quản trị)."
  LangString freshInstallForCurrent ${LANG_VIETNAMESE} "Cài mới cho riêng bạn."
  LangString onlyForMe ${LANG_VIETNAMESE} "Chỉ cho &tôi"
  LangString forAll ${LANG_VIETNAMESE} "Cho &mọi người dùng máy tính này"
  LangString loginWithAdminAccount ${LANG_VIETNAMESE} "Cần đăng nhập bằng tài khoản thuộc nhóm quản trị để tiếp tục."
  LangString perUserInstallExists ${LANG_VIETNAMESE} "Đã có bản cài đặt cho riêng bạn."
  LangString perUserInstall ${LANG_VIETNAMESE} "Có bản cài đặt cho riêng bạn."
  LangString perMachineInstallExists ${LANG_VIETNAMESE} "Đã có bản cài đặt cho mọi người dùng."
  LangString perMachineInstall ${LANG_VIETNAMESE} "Có bản cài đặt cho mọi người dùng."
  LangString reinstallUpgrade ${LANG_VIETNAMESE} "Sẽ cài lại hoặc nâng cấp."
  LangString uninstall ${LANG_VIETNAMESE} "Sẽ gỡ cài đặt."

  !pragma warning pop
!macroend
