import { createReadStream } from 'node:fs';
import { Command } from 'commander';
import { print, requireFile, say } from './context.ts';

/** Commands about what texts say. They need no database. */
export function signalCommands(): Command[] {
  return [
    new Command('signals')
      .description('What texts say.')
      .addCommand(
        new Command('scan')
          .description('Lines of {id, text} in, lines of {id, signals} out.')
          .argument('[file]', 'standard input where it is missing')
          .action(async (file?: string) => {
            const { scanLines } = await import('../../api/signals/scan-lines.ts');
            if (file !== undefined) await requireFile(file);
            const source = file === undefined ? process.stdin : createReadStream(file);
            await scanLines(source, process.stdout, (line, problem) => {
              say(`line ${line}: ${problem}`);
              process.exitCode = 1;
            });
          }),
      )
      .addCommand(
        new Command('report')
          .description('Recall and false-positive rate per kind and language, with 95 % intervals.')
          .argument('<messages>', 'lines of {id, text}')
          .argument('<labels>', 'tab-separated: id, lang, label (ok, abuse, spam), source')
          .action(async (messages: string, labels: string) => {
            for (const file of [messages, labels]) await requireFile(file);
            const { signalsReport } = await import('../../api/signals/report.ts');
            print(await signalsReport(messages, labels));
          }),
      ),
  ];
}
