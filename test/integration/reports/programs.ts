import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, realpathSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';

/** Path of a program, or null where it is not installed. */
export function programPath(name: string): string | null {
  const found = spawnSync('which', [name], { encoding: 'utf8' }).stdout?.trim();
  return found === undefined || found === '' ? null : found;
}

/** What a program says; fails when it does. */
export function run(program: string, args: readonly string[]): string {
  const { status, stdout, stderr, error } = spawnSync(program, args, { encoding: 'utf8', timeout: 120_000 });
  if (error !== undefined || status !== 0) throw new Error(`${program}: ${error?.message ?? stderr}`);
  return stdout;
}

/** Tools that read PDFs. */
export const PDF_TOOLS = ['pdftotext', 'pdfinfo', 'pdffonts'].every((name) => programPath(name) !== null);

/** LibreOffice, if its part for spreadsheets (`calc`) or texts (`writer`) is installed. The environment variable SOFFICE
 *  names another one than that of the system. */
export function libreOffice(part: 'calc' | 'writer'): string | null {
  const program = process.env['SOFFICE'] ?? programPath('soffice');
  if (program === null || !existsSync(program)) return null;
  const library = part === 'calc' ? 'libsclo.so' : 'libswlo.so';
  return existsSync(path.join(path.dirname(realpathSync(program)), library)) ? program : null;
}

/** Converts a file to PDF by LibreOffice with a profile of its own; gives the PDF's path. */
export function convertToPdf(office: string, file: string, folder: string): string {
  const out = path.join(folder, 'pdf');
  mkdirSync(out, { recursive: true });
  const profile = `-env:UserInstallation=file://${path.join(folder, 'profile')}`;
  run(office, [profile, '--headless', '--convert-to', 'pdf', '--outdir', out, file]);
  const name = `${path.parse(file).name}.pdf`;
  if (!readdirSync(out).includes(name)) throw new Error(`LibreOffice did not convert ${file}`);
  return path.join(out, name);
}

/** Text of a PDF in reading order, a cell of a table after the other, with its lines joined. */
export const textOf = (pdf: string): string => run('pdftotext', [pdf, '-']).normalize('NFC').replace(/\s+/g, ' ');

/** Sizes of all pages in millimetres. */
export function pageSizes(pdf: string): readonly (readonly [width: number, height: number])[] {
  const sizes = run('pdfinfo', ['-f', '1', '-l', '999', pdf]).matchAll(/Page\s+\d+ size:\s+([\d.]+) x ([\d.]+) pts/g);
  const mm = (points: string): number => Math.round((Number(points) * 25.4) / 72);
  return [...sizes].map(([, width, height]) => [mm(width!), mm(height!)] as const);
}

/** Fonts of a PDF: name without its subset prefix, and whether it is embedded. */
export function fontsOf(pdf: string): readonly { readonly name: string; readonly embedded: boolean }[] {
  return run('pdffonts', [pdf])
    .split('\n')
    .slice(2)
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const [name = ''] = line.split(/\s+/);
      const [embedded] = /(?:yes|no)(?=\s+(?:yes|no)\s+(?:yes|no)\s+\d+)/.exec(line) ?? [];
      return { name: name.replace(/^[A-Z]{6}\+/, ''), embedded: embedded === 'yes' };
    });
}
