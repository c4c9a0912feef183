import type { Channel } from '../../shared/domain/channel.ts';
import { parseDuration } from '../../shared/domain/duration.ts';
import type { Level } from '../../shared/domain/level.ts';
import { parseFee } from '../../shared/domain/money.ts';
import type { CatalogueSnapshot, NationalChannel, NationalProcedure } from '../../shared/reference/catalogue.ts';

type Line = readonly [channel: Channel, deadline: string, fee: string];

const channelOf = ([channel, deadlineText, feeText]: Line): NationalChannel => {
  const deadline = parseDuration(deadlineText);
  const fee = parseFee(feeText);
  return {
    channel,
    deadline: deadline.ok ? deadline.value : null,
    deadlineText,
    fee: feeText !== '' && fee.ok ? fee.value : null,
    feeText,
  };
};

function record(
  code: string,
  name: string,
  levels: readonly Level[],
  lines: readonly Line[],
  more: Partial<NationalProcedure> = {},
): NationalProcedure {
  return {
    ma_tthc: code,
    ten_tthc: name,
    linh_vuc: ['Hộ tịch'],
    co_quan_cong_bo: 'Bộ Tư pháp',
    co_quan_thuc_hien: levels.includes('commune') ? ['Ủy ban nhân dân cấp xã'] : ['Sở Tư pháp'],
    cap_thuc_hien: new Set(levels),
    doi_tuong: ['Công dân Việt Nam'],
    loai_tthc: 'TTHC được giao luật quy định chi tiết',
    so_quyet_dinh: '1200/QĐ-BTP',
    ngay_quyet_dinh: '2026-03-20',
    ma_ket_qua: ['KQ.G15.000001'],
    thanh_phan_ho_so: ['Tờ khai theo mẫu', 'Giấy tờ chứng minh nơi cư trú'],
    channels: lines.map(channelOf),
    state: 'active',
    portalId: '',
    hasDetail: true,
    doubts: [],
    ...more,
  };
}

/** The small national catalogue that every rule's case table is judged against: synthetic records that each stand for a
 *  situation. Codes and names are invented. */
export const caseCatalogue = (): CatalogueSnapshot => ({
  id: 'danh-muc-mau',
  title: 'Danh mục quốc gia mẫu',
  date: '2026-07-01',
  complete: true,
  procedures: [
    // ends in zero: Excel turns the code into 1.00012
    record(
      '1.000120',
      'Đăng ký khai sinh',
      ['commune'],
      [
        ['direct', '01 ngày làm việc', 'Miễn phí'],
        ['online', '01 ngày làm việc', 'Miễn phí'],
        ['postal', '01 ngày làm việc', 'Miễn phí'],
      ],
    ),
    // fixed fee, the same in every channel
    record(
      '1.001193',
      'Đăng ký kết hôn',
      ['commune'],
      [
        ['direct', '03 ngày làm việc', '30.000 đồng'],
        ['online', '03 ngày làm việc', '30.000 đồng'],
      ],
    ),
    // fee and deadline differ per channel
    record(
      '1.002755',
      'Cấp bản sao trích lục hộ tịch',
      ['province', 'commune'],
      [
        ['direct', '05 ngày làm việc', '8.000 đồng'],
        ['online', '03 ngày làm việc', '4.000 đồng'],
      ],
      { portalId: '019ddff7-a9cf-7d1a-b7a8-0a6b3c2d1e4f' },
    ),
    // calendar days, province level, several agencies
    record(
      '2.000281',
      'Cấp giấy phép khai thác nước dưới đất',
      ['province'],
      [
        ['direct', '45 ngày', '1.000.000 đồng'],
        ['online', '45 ngày', '1.000.000 đồng'],
      ],
      {
        linh_vuc: ['Tài nguyên nước'],
        co_quan_cong_bo: 'Bộ Nông nghiệp và Môi trường',
        co_quan_thuc_hien: ['Sở Nông nghiệp và Môi trường', 'Ủy ban nhân dân cấp tỉnh'],
        doi_tuong: ['Công dân Việt Nam', 'Doanh nghiệp'],
        so_quyet_dinh: '2500/QĐ-BNNMT',
        ngay_quyet_dinh: '2026-05-10',
      },
    ),
    // ministry level only
    record(
      '1.003133',
      'Cấp chứng chỉ hành nghề luật sư',
      ['ministry'],
      [['direct', '20 ngày làm việc', '800.000 đồng']],
      {
        linh_vuc: ['Luật sư'],
        co_quan_thuc_hien: ['Bộ Tư pháp'],
      },
    ),
    // withdrawn
    record(
      '1.000999',
      'Xác nhận tình trạng hôn nhân của huyện',
      ['commune'],
      [['direct', '03 ngày làm việc', 'Miễn phí']],
      {
        state: 'withdrawn',
      },
    ),
    // published but not open yet
    record('1.000998', 'Đăng ký giám hộ điện tử', ['commune'], [['online', '02 ngày làm việc', 'Miễn phí']], {
      state: 'notOpen',
    }),
    // the national record itself is faulty: thousands lost
    record('3.000349', 'Đổi giấy phép lái xe', ['province'], [['direct', '05 ngày làm việc', '135 VNĐ']], {
      linh_vuc: ['Đường bộ'],
      co_quan_thuc_hien: ['Sở Xây dựng'],
      doubts: ['feeBelowThousand'],
    }),
    // level set by the provincial council
    record(
      '2.002123',
      'Cấp giấy phép môi trường',
      ['province'],
      [['direct', '30 ngày', 'Do HĐND cấp tỉnh quyết định']],
      {
        linh_vuc: ['Môi trường'],
        co_quan_thuc_hien: ['Sở Nông nghiệp và Môi trường'],
      },
    ),
    // fee per unit
    record('1.000894', 'Chứng thực bản sao từ bản chính', ['commune'], [['direct', 'Trong ngày', '2.000 đồng/trang']], {
      linh_vuc: ['Chứng thực'],
    }),
    // two records of the same name at different levels
    record('2.000815', 'Chứng thực chữ ký (cấp tỉnh)', ['province'], [['direct', 'Trong ngày', '10.000 đồng']], {
      linh_vuc: ['Chứng thực'],
      co_quan_thuc_hien: ['Sở Tư pháp'],
    }),
    record('2.000816', 'Chứng thực chữ ký (cấp xã)', ['commune'], [['direct', 'Trong ngày', '10.000 đồng']], {
      linh_vuc: ['Chứng thực'],
    }),
    // internal procedure
    record(
      '5.003882',
      'Báo cáo công tác kiểm soát thủ tục hành chính',
      ['province'],
      [['direct', '10 ngày làm việc', '']],
      {
        loai_tthc: '',
      },
    ),
    // its detail page belongs to another procedure: only the list may be trusted
    record('1.004837', 'Đăng ký giám hộ', ['commune'], [], {
      hasDetail: false,
      doubts: ['detailOfOtherProcedure'],
      thanh_phan_ho_so: [],
    }),
    // the list gives no implementing agency
    record('1.001022', 'Đăng ký nhận cha, mẹ, con', ['commune'], [['direct', '03 ngày làm việc', 'Miễn phí']], {
      co_quan_thuc_hien: [],
      doubts: ['agencyEmpty'],
    }),
    // deadline of several units
    record(
      '1.005100',
      'Công nhận giống cây lâm nghiệp',
      ['ministry'],
      [['direct', '02 tháng và 15 ngày', 'Miễn phí']],
      {
        linh_vuc: ['Lâm nghiệp'],
        co_quan_thuc_hien: ['Cục Lâm nghiệp và Kiểm lâm'],
      },
    ),
    // the unit of the deadline contradicts the record's own description
    record('1.009664', 'Thẩm định dự án đầu tư ra nước ngoài', ['ministry'], [['direct', '10 ngày', 'Miễn phí']], {
      linh_vuc: ['Đầu tư'],
      co_quan_thuc_hien: ['Bộ Tài chính'],
      doubts: ['unitDiffersFromText'],
    }),
  ].sort((a, b) => (a.ma_tthc < b.ma_tthc ? -1 : 1)),
});
