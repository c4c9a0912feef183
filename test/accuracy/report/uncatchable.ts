/** Mistakes that offices make and no check of the files can find, with the reason: part of the report. */
export const UNCATCHABLE = `
- **A shorter deadline than meant** (10 typed as 01): shortening is allowed, so it is told as information (DUE-03) only.
- **A wrong amount where the national record gives none**: fees left to the provincial council, tariffs, "theo Thông tư …". The council's resolution is not part of the reference.
- **An existing code with the row's other cells changed to match it**: the row then is a right row of another procedure.
- **A wrong but well-formed account, budget unit, phone number, citizen id**: without the treasury's or the population database nothing contradicts it. Account and budget unit are compared with each other, citizen id with birth date and sex, no more.
- **Day and month changed places where both are 12 or less**: 05/03/2026 and 03/05/2026 are both days; only the dossier code's own date or a day in the future gives it away.
- **A different agency where the catalogue describes instead of naming** ("Cơ quan có thẩm quyền quản lý chuyên ngành …"): nothing to compare with.
- **A paper left out that another one continues** ("Phương án" beside "Phương án tổng thể …"): names of papers are compared leniently, because agencies shorten them.
- **A paper among the notes**: lines that begin like a note ("Trường hợp …", "Đối với …", "Lưu ý") are not taken for papers, so one that is left out or written twice is not missed.
- **A transition of a workflow that no sheet of steps knows**: the steps may be in another file.
- **One workflow used for two procedures, or one by mistake**: a workflow may be bound to several procedures, so a second code among its steps is no contradiction; the transitions are compared with the steps.
- **A procedure missing from the agency's list**: told as information (NAT-09), because a partial file is not wrong.
- **Typing slips in free text** (steps, notes, conditions): there is no right wording to compare with, and no speller.
`.trim();
