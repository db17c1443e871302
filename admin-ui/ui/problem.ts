import { useTranslate } from 'react-admin';
import { isApiError } from '../providers/http.ts';

/** Says in the console's language why something was refused; codes without a text of their own fall back by status. */
export function useProblemText(): (error: unknown) => string {
  const translate = useTranslate();
  return (error) => {
    if (!isApiError(error)) return translate('problems.unknown');
    const byCode = `problems.${error.code}`;
    const text = translate(byCode, { _: '' });
    if (text !== '') return text;
    if (error.status === 400) return translate('problems.bad_input');
    if (error.status === 403) return translate('problems.forbidden');
    if (error.status === 409) return translate('problems.conflict');
    return translate('problems.unknown');
  };
}
