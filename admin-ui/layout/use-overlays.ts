import { useEffect, useState } from 'react';
import { isTyping } from '../desk/keys.ts';

type Overlay = 'none' | 'palette' | 'help';

/** The command palette (Ctrl/⌘-K) and the help of shortcuts (?): one of them, or none, is open. */
export function useOverlays() {
  const [overlay, setOverlay] = useState<Overlay>('none');
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.isComposing) return;
      if ((event.ctrlKey || event.metaKey) && event.code === 'KeyK') {
        event.preventDefault();
        setOverlay((now) => (now === 'palette' ? 'none' : 'palette'));
      } else if (event.key === '?' && !isTyping(event.target)) {
        event.preventDefault();
        setOverlay('help');
      }
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
  return {
    palette: overlay === 'palette',
    help: overlay === 'help',
    openPalette: () => setOverlay('palette'),
    openHelp: () => setOverlay('help'),
    close: () => setOverlay('none'),
  };
}
