import { describe, expect, test } from 'vitest';
import { CHANNELS, formatChannel, parseChannel, parseChannels } from '../../../shared/domain/channel.ts';

describe('the channels that a cell names', () => {
  test.each([
    ['Trực tuyến', ['online']],
    ['Nộp trực tuyến', ['online']],
    ['Nộp hồ sơ trực tuyến tại Cổng Dịch vụ công quốc gia', ['online']],
    ['Online', ['online']],
    ['Trực tiếp', ['direct']],
    ['Tại Bộ phận một cửa', ['direct']],
    ['Trung tâm Phục vụ hành chính công', ['direct']],
    ['Hệ thống một cửa điện tử, qua mạng', ['online']],
    ['Bưu chính', ['postal']],
    ['Dịch vụ bưu chính', ['postal']],
    ['BCCI', ['postal']],
    ['Qua bưu điện', ['postal']],
    ['DIRECT,ONLINE,POSTAL', ['direct', 'online', 'postal']],
    ['DIRECT', ['direct']],
    ['1', ['direct']],
    ['2;3', ['online', 'postal']],
    ['Trực tiếp hoặc trực tuyến hoặc qua dịch vụ bưu chính công ích', ['direct', 'online', 'postal']],
    ['Trực tuyến\nTrực tiếp', ['direct', 'online']],
    ['truc tuyen'.normalize('NFD'), ['online']],
    ['Trực tuyến'.normalize('NFD'), ['online']],
  ])('%j → %j', (cell, expected) => {
    expect(parseChannels(cell)).toEqual({ ok: true, value: expected });
  });

  test.each([
    ['', 'empty'],
    ['...', 'empty'],
    ['Fax', 'unknown'],
    ['4', 'unknown'],
  ])('%j is refused as %s', (cell, reason) => {
    expect(parseChannels(cell)).toMatchObject({ ok: false, reason });
  });
});

test('a cell for one channel refuses two', () => {
  expect(parseChannel('Trực tiếp, trực tuyến')).toMatchObject({ ok: false, reason: 'several' });
});

test('every channel is read back from its name in both languages', () => {
  for (const channel of CHANNELS) {
    expect(parseChannel(formatChannel(channel))).toEqual({ ok: true, value: channel });
    expect(parseChannel(formatChannel(channel, 'en'))).toEqual({ ok: true, value: channel });
  }
});
