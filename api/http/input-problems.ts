import type { z } from 'zod';
import { BadInputError, type InputProblem } from '../core/errors.ts';

const SAID_MAX = 300;
const PROBLEMS_MAX = 50;

/** Names of fields are the caller's, and so they stand in messages too: this much of them is enough. */
function brief(said: string): string {
  return said.length <= SAID_MAX ? said : `${said.slice(0, SAID_MAX).toWellFormed()}…`;
}

function pointer(place: string, path: readonly PropertyKey[]): string {
  return `/${[place, ...path.map(String)].map((step) => step.replaceAll('~', '~0').replaceAll('/', '~1')).join('/')}`;
}

/** What a schema found wrong with one place of a request: `path`, `query`, `body`. */
export function inputProblems(place: string, error: z.ZodError): InputProblem[] {
  return error.issues
    .slice(0, PROBLEMS_MAX)
    .map((issue) => ({ path: brief(pointer(place, issue.path)), message: brief(issue.message) }));
}

/** The error that tells of these problems, the first one in its sentence. */
export function badInput(problems: readonly InputProblem[]): BadInputError {
  const [first] = problems;
  const message = first === undefined ? 'The request is malformed.' : `${first.path}: ${first.message}`;
  return new BadInputError(message, problems.slice(0, PROBLEMS_MAX));
}
