/** A filter under a name. */
export interface SavedView {
  id: string;
  name: string;
  shared: boolean;
  own: boolean;
  definition: Record<string, unknown>;
}
