import { Command, Option } from 'commander';
import { ROLES, type Role } from '../../api/core/permissions.ts';
import { ApiKeyBody } from '../../api/marketplace/contract.ts';
import { operator, print, say, withContainer } from './context.ts';

interface StaffOptions {
  email: string;
  name?: string;
  role: Role[];
  password?: string;
}

async function createStaff(options: StaffOptions): Promise<void> {
  const name = options.name ?? options.email.split('@')[0] ?? options.email;
  const made = await withContainer(({ auth, database }) =>
    database.transaction((trx) =>
      auth
        .staff(trx)
        .create({ email: options.email, name, roles: options.role, password: options.password }, operator),
    ),
  );
  const { account, password } = made;
  say(`Created ${account.email} (${account.roles.join(', ')}).`);
  print(
    JSON.stringify({
      id: account.id,
      email: account.email,
      roles: account.roles,
      ...(password === null ? {} : { password }),
    }),
  );
}

async function createKey(options: { name: string }): Promise<void> {
  const body = ApiKeyBody.safeParse({ name: options.name.trim() });
  if (!body.success) throw new Error('--name: 1 to 100 characters that say what the key is for.');
  const made = await withContainer(({ apiKeys, database }) =>
    database.transaction((trx) => apiKeys(trx).create(body.data, operator)),
  );
  say(`Created the API key ${made.id}. It is shown this once.`);
  print(made.key);
}

/** Commands about who may come in. */
export function accountCommands(): Command[] {
  const role = new Option('--role <role...>', 'one or more roles').choices(ROLES).makeOptionMandatory();
  return [
    new Command('staff')
      .description('Staff accounts.')
      .addCommand(
        new Command('create')
          .description(
            'Creates an account. Without --password one is made up, printed, and good for the first sign-in.',
          )
          .requiredOption('--email <email>', 'signs in with it')
          .option('--name <name>', 'as colleagues see it')
          .addOption(role)
          .option('--password <password>', '15 characters or more')
          .action(createStaff),
      ),
    new Command('api-key')
      .description('API keys of the marketplace.')
      .addCommand(
        new Command('create')
          .description('Creates a key. Standard output is the key, nothing else.')
          .requiredOption('--name <name>', 'what it is for')
          .action(createKey),
      ),
  ];
}
