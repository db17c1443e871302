import { useRemoveFromStore, useStore } from 'react-admin';

export const APPEARANCES = ['system', 'light', 'dark'] as const;
export type Appearance = (typeof APPEARANCES)[number];

/** Light, dark, or as the system says (then nothing is stored, and react-admin follows the system). */
export function useAppearance(): [Appearance, (appearance: Appearance) => void] {
  const [stored, store] = useStore<'light' | 'dark' | undefined>('theme');
  const remove = useRemoveFromStore();
  return [
    stored ?? 'system',
    (appearance) => (appearance === 'system' ? remove('theme') : store(appearance)),
  ];
}
