import { z } from 'zod';
import { DATASET_IDS } from '../../domain/datasets.ts';
import { defineRule } from '../../engine/rule.ts';
import { saysAny } from '../phrases.ts';

// A checklist is none of the sheets that agencies send, so it is imported as a reference and judged once per round, at its
// first sheet. Whether an arrangement would work cannot be told from a file.
export default defineRule({
  id: 'CUT-06',
  title: 'Có phương án sao lưu, phục hồi, dự phòng và người chịu trách nhiệm',
  severity: 'warning',
  scope: 'round',
  why: 'Khi phải phục hồi hệ thống mà không có bản sao lưu, không rõ ai làm thì hồ sơ của người dân có thể thất lạc.',
  howToFix:
    'Bổ sung vào bảng kiểm: phương án sao lưu (backup), phục hồi (rollback), phương án tiếp nhận dự phòng; mỗi việc ghi người chịu trách nhiệm.',
  legal: [],
  asks: ['000 §3', '000 §1', '003 §4d', '003 §8d'],
  datasets: DATASET_IDS,
  reads: [],
  refs: ['cutoverChecklist'],
  params: z.object({
    tasks: z
      .array(z.object({ name: z.string().min(1), words: z.array(z.string().min(1)).min(1) }))
      .default([
        { name: 'sao lưu (backup)', words: ['sao lưu', 'backup'] },
        { name: 'phục hồi (rollback)', words: ['phục hồi', 'khôi phục', 'rollback', 'roll back'] },
        { name: 'tiếp nhận dự phòng khi sự cố', words: ['dự phòng', 'ứng phó', 'sự cố'] },
      ])
      .describe('Các phương án phải có trong bảng kiểm và từ nhận biết'),
  }),
  messages: {
    missing: 'Bảng kiểm chưa có phương án {task}.',
    noOwner: 'Phương án {task} chưa ghi người chịu trách nhiệm.',
  },
  en: {
    title: 'Back-up, roll-back and stand-by are arranged, each with somebody in charge',
    why: 'When the system has to be rolled back without a back-up, or nobody knows who does it, citizens’ dossiers may be lost.',
    howToFix:
      'Add to the checklist: back-up, roll-back, receiving dossiers during a failure; name who is in charge of each.',
    messages: {
      missing: 'The checklist has no arrangement for {task}.',
      noOwner: 'Nobody is named for {task}.',
    },
  },
  checkAll([first], { params, ref }) {
    for (const { name, words } of params.tasks) {
      const isAbout = saysAny(words);
      const items = ref.cutoverChecklist.items.filter(({ task }) => isAbout(task));
      const message = items.length === 0 ? 'missing' : items.every(({ owner }) => owner === '') ? 'noOwner' : null;
      if (message !== null) first?.report(null, null, { message, args: { task: name } });
    }
  },
});
