import { defineMessages } from '../messages.ts';

/** What can be wrong with a national catalogue as a reference, and what its self-check says. */
export const referenceMessages = defineMessages({
  vi: {
    'reference.notACatalogue':
      'Tệp {file} không phải danh mục thủ tục hành chính quốc gia: không có cột mã số với mã dạng 1.000123. Hãy chọn tệp Excel xuất từ Cổng Dịch vụ công quốc gia (các cột Mã số, Tên, Cơ quan ban hành, Cơ quan thực hiện, Lĩnh vực) hoặc tệp CSV đầy đủ có cột ma_tthc, ten_tthc.',
    'reference.notAList':
      'Tệp {file} không dùng được cho danh mục {list}: không thấy cột {field} hoặc không có dòng nào. Kiểm tra dòng tiêu đề rồi nạp lại.',
    'reference.notARound': 'Không đọc được bảng nào của đợt trước trong {place}. Chọn thư mục chứa tệp của đợt trước.',
    'reference.empty':
      'Chưa có danh mục quốc gia nào để nạp. Hãy chọn ít nhất một tệp .xlsx, .csv hoặc .jsonl có dữ liệu.',
    'reference.badLine':
      'Tệp {file}, dòng {line}: không đọc được bản ghi (mỗi dòng phải là một đối tượng JSON). Hãy tải lại tệp danh mục rồi nạp lại.',
    'reference.cannotRead':
      'Không đọc được tệp {file} ({detail}). Kiểm tra quyền đọc, đóng tệp nếu đang mở ở chương trình khác rồi thử lại.',
    'reference.note.rowWithoutCode':
      'Tệp {file}, dòng {row}: có tên thủ tục "{name}" nhưng không có mã, nên không dùng để đối chiếu.',
    'reference.note.contradiction': 'Mã {ma_tthc}: các nguồn ghi khác nhau ở {field}. Dùng "{kept}", bỏ "{other}".',
    'reference.note.unreadable': 'Mã {ma_tthc}: không hiểu giá trị "{text}" của {field}, nên không dùng để so.',
    'reference.doubt.feeBelowThousand': 'Mức thu dưới 1.000 đ, có thể mất ba số 0: {evidence}',
    'reference.doubt.freeButAmount': 'Ghi "Miễn phí" nhưng ghi chú nêu mức thu: {evidence}',
    'reference.doubt.freeButCouncil': 'Ghi "Miễn phí" nhưng mức thu do HĐND cấp tỉnh quyết định: {evidence}',
    'reference.doubt.currencyMix': 'Cùng một con số nhưng hai loại tiền: {evidence}',
    'reference.doubt.amountDiffersFromText': 'Mức thu khác số tiền trong ghi chú: {evidence}',
    'reference.doubt.agencyEmpty': 'Không ghi cơ quan thực hiện',
    'reference.doubt.detailOfOtherProcedure':
      'Phần chi tiết là của thủ tục khác hoặc dùng chung cho nhiều mã; chỉ dùng thông tin trong danh sách',
    'reference.doubt.unitDiffersFromText': 'Đơn vị thời hạn khác phần mô tả: {evidence}',
    'reference.doubt.codeMalformed': 'Mã không đúng dạng 1.000123 hoặc đã bị Excel đổi thành số',
    'reference.doubt.duplicateCode': 'Mã xuất hiện nhiều lần trong cùng một danh sách',
  },
  en: {
    'reference.notACatalogue':
      'File {file} is not a national catalogue: it has no code column with codes such as 1.000123. Choose the Excel export of the national portal (columns Mã số, Tên, Cơ quan ban hành, Cơ quan thực hiện, Lĩnh vực) or the full CSV with the columns ma_tthc, ten_tthc.',
    'reference.notAList':
      'File {file} cannot be used as the list {list}: column {field} was not found or has no rows. Check the header line and load again.',
    'reference.notARound': 'No sheet of the earlier round could be read in {place}. Choose the folder with its files.',
    'reference.empty':
      'There is no national catalogue to load. Choose at least one .xlsx, .csv or .jsonl file with data.',
    'reference.badLine':
      'File {file}, line {line}: the record cannot be read (each line must be one JSON object). Download the catalogue again and reload it.',
    'reference.cannotRead':
      'File {file} cannot be read ({detail}). Check the permission, close it in other programs and try again.',
    'reference.note.rowWithoutCode': 'File {file}, row {row}: "{name}" has no code, so nothing is compared with it.',
    'reference.note.contradiction':
      'Code {ma_tthc}: the sources differ in {field}. "{kept}" is used, "{other}" is not.',
    'reference.note.unreadable': 'Code {ma_tthc}: the value "{text}" of {field} is not understood and not compared.',
    'reference.doubt.feeBelowThousand': 'Fee below 1,000 đ, perhaps without its thousands: {evidence}',
    'reference.doubt.freeButAmount': '"Free" but the note states an amount: {evidence}',
    'reference.doubt.freeButCouncil': '"Free" but the provincial council sets the level: {evidence}',
    'reference.doubt.currencyMix': 'The same figure in two currencies: {evidence}',
    'reference.doubt.amountDiffersFromText': 'The fee differs from the amount in its note: {evidence}',
    'reference.doubt.agencyEmpty': 'No implementing agency',
    'reference.doubt.detailOfOtherProcedure':
      "The details are another procedure's or shared by several codes; only the list is used",
    'reference.doubt.unitDiffersFromText': 'The unit of the deadline differs from its description: {evidence}',
    'reference.doubt.codeMalformed': 'The code is not of the form 1.000123, or Excel turned it into a number',
    'reference.doubt.duplicateCode': 'The code stands more than once in one list',
  },
});
