import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fingerprint, Fingerprinter, fingerprintOfParts } from '../../../shared/fingerprint.ts';

describe('fingerprint', () => {
  test.each([
    ['', '9778863b14ce07a733542016ca84'],
    ['a', 'f0c47ee317d149b37cbb751a5bbc'],
    ['\0\0', '1605bab61aa9856c764681048cda'],
  ])('the name of %j never changes, because stored findings carry it', (text, name) => {
    expect(fingerprint(text)).toBe(name);
  });

  test('only the joined text counts, however it was handed over', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' })), (pieces) => {
        const stream = new Fingerprinter();
        for (const piece of pieces) stream.add(piece);
        expect(stream.digest()).toBe(fingerprint(pieces.join('')));
      }),
    );
  });

  test('asking for the name does not disturb what is added afterwards', () => {
    const stream = new Fingerprinter().add('mã');
    stream.digest();
    expect(stream.add(' TTHC').digest()).toBe(fingerprint('mã TTHC'));
  });

  test('borders between parts count', () => {
    expect(fingerprintOfParts(['ab', 'c'])).not.toBe(fingerprintOfParts(['a', 'bc']));
    expect(fingerprintOfParts(['a', ''])).not.toBe(fingerprintOfParts(['a']));
  });

  test('200,000 codes that differ in one digit get 200,000 names', () => {
    const names = new Set(Array.from({ length: 200_000 }, (_, at) => fingerprint(`1.${String(at).padStart(6, '0')}`)));
    expect(names.size).toBe(200_000);
  });

  test('each of its halves alone already tells codes apart, so no bits are wasted', () => {
    const names = Array.from({ length: 100_000 }, (_, at) => fingerprint(`1.${String(at).padStart(6, '0')}`));
    expect(new Set(names.map((name) => name.slice(0, 14))).size).toBe(100_000);
    expect(new Set(names.map((name) => name.slice(14))).size).toBe(100_000);
  });
});
