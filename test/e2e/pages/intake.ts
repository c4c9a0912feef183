import { expect, type Locator, type Page } from '@playwright/test';
import { word, wordLike } from '../words.ts';

/** A file as a person gives it. */
export interface GivenFile {
  readonly name: string;
  readonly content: Uint8Array;
}

/** Nhập tệp. */
export class Intake {
  readonly page: Page;
  readonly review: Review;

  constructor(page: Page) {
    this.page = page;
    this.review = new Review(page);
  }

  /** The lines of the files that are drawn. */
  get files(): Locator {
    return this.page.getByRole('list', { name: word('intakeScreen.files') }).locator('[role=listitem]');
  }

  /** The line of a file. */
  file(name: string): Locator {
    return this.page
      .getByRole('list', { name: word('intakeScreen.files') })
      .getByRole('listitem', { name, exact: true });
  }

  /** Chooses files in the dialog of the browser. */
  async choose(files: readonly GivenFile[] | readonly string[]): Promise<void> {
    const asked = this.page.waitForEvent('filechooser');
    await this.page
      .getByRole('button', { name: word('intakeScreen.chooseFiles') })
      .first()
      .click();
    const chooser = await asked;
    await chooser.setFiles(
      files.map((file) =>
        typeof file === 'string'
          ? file
          : { name: file.name, mimeType: 'application/octet-stream', buffer: Buffer.from(file.content) },
      ) as string[],
    );
  }

  /** Waits until a file stands in the list with a word on how it was taken. */
  async expectStatus(name: string, status: 'recognised' | 'unsure' | 'unreadable' | 'nothing'): Promise<void> {
    await expect(this.file(name)).toContainText(word(`intakeScreen.status.${status}`), { timeout: 30_000 });
  }

  /** Opens the review of a sheet, whatever its button is called. */
  async openReview(file: string, sheet: string): Promise<void> {
    const button = wordLike('intakeScreen.actionOn', { sheet, file });
    await this.file(file).getByRole('button', { name: button }).click();
    await this.review.expectOpen(sheet);
  }

  /** Opens the review of the first sheet that can be reviewed. */
  async openFirstReview(): Promise<void> {
    await this.files
      .getByRole('button', { name: wordLike('intakeScreen.actionOn') })
      .first()
      .click();
    await expect(this.page.getByRole('table', { name: wordLike('review.table') })).toBeVisible();
  }

  async remove(name: string): Promise<void> {
    await this.file(name)
      .getByRole('button', { name: word('intakeScreen.remove', { file: name }) })
      .click();
  }

  /** How many files a filter lets through, as its tab says; choosing it shows them. */
  filter(name: 'all' | 'unsure' | 'unreadable', count: number): Locator {
    return this.page.getByRole('tab', { name: word(`intakeScreen.filter.${name}`, { count }) });
  }

  async toResults(): Promise<void> {
    await this.page.getByRole('button', { name: word('intakeScreen.results') }).click();
  }
}

/** The review of one sheet. */
export class Review {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async expectOpen(sheet: string): Promise<void> {
    await expect(this.page.getByRole('heading', { name: word('review.title', { sheet }) })).toBeVisible();
    await expect(this.table(sheet)).toBeVisible();
  }

  get #back(): Locator {
    return this.page.getByRole('button', { name: word('review.back') });
  }

  async isOpen(): Promise<boolean> {
    return this.#back.isVisible();
  }

  /** Goes back to the list of files without deciding anything. */
  async leave(): Promise<void> {
    await this.#back.click();
    await expect(this.#back).toBeHidden();
  }

  table(sheet: string): Locator {
    return this.page.getByRole('table', { name: word('review.table', { sheet }) });
  }

  get kind(): Locator {
    return this.page.getByRole('combobox', { name: word('review.kind') });
  }

  /** Makes a row the header. */
  async chooseHeader(sheet: string, row: number): Promise<void> {
    await this.table(sheet)
      .getByRole('button', { name: word('review.row', { row }), exact: true })
      .click();
  }

  /** The head of a column in the preview, which says its field. */
  columnHead(sheet: string, letters: string): Locator {
    return this.table(sheet)
      .getByRole('columnheader')
      .getByRole('button', { name: new RegExp(`^${letters}(?![A-Z])`) });
  }

  /** Gives a column its field by typing some of the field's name. */
  async chooseField(sheet: string, letters: string, field: string): Promise<void> {
    await this.columnHead(sheet, letters).click();
    const box = this.page.getByRole('combobox', { name: word('review.field', { letters }) });
    await box.press('ControlOrMeta+a');
    await box.pressSequentially(field);
    await this.page.getByRole('option', { name: field, exact: true }).click();
    await expect(this.columnHead(sheet, letters)).toContainText(field);
  }

  async remember(): Promise<void> {
    await this.page.getByRole('checkbox', { name: word('review.remember') }).check();
  }

  async confirm(): Promise<void> {
    await this.page.getByRole('button', { name: word('review.confirm'), exact: true }).click();
  }
}
