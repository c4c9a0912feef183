import { expect, test } from 'vitest';
import { indexForms } from '../../../shared/reference/formList.ts';

const forms = indexForms([
  { ma_bieu_mau: 'CT01', mau_don: 'CT01.docx' },
  { ma_bieu_mau: 'HT-02', mau_don: '' },
  { ma_bieu_mau: 'HT-03' },
  { ma_bieu_mau: 'HT-03', mau_don: 'HT-03.docx' },
  { ma_bieu_mau: ' ', mau_don: 'x.docx' },
]);

test.each([
  ['CT01', 'CT01.docx'],
  ['ct01 ', 'CT01.docx'],
  ['HT 02', ''],
  ['HT-03', 'HT-03.docx'],
  ['CT02', undefined],
  ['', undefined],
])('the form "%s" is found with its file, however its code is written', (code, file) => {
  expect(forms.byCode(code)?.file).toBe(file);
});
