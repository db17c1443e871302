import type { AuthProvider } from 'react-admin';
import { isApiError } from './http.ts';
import { forgetSession, me, signIn, signOut } from './session.ts';

/** Sign-in, identity and rights, as react-admin asks for them. The rights themselves are the server's. */
export const authProvider: AuthProvider = {
  async login({ username, password }: { username: string; password: string }) {
    await signIn(username, password);
  },
  async logout() {
    await signOut();
    return '/login';
  },
  async checkAuth() {
    if ((await me()) === null) throw new Error('signed out');
  },
  async checkError(error: unknown) {
    if (isApiError(error) && error.status === 401) {
      forgetSession();
      throw new Error('signed out');
    }
  },
  async getIdentity() {
    const person = await me();
    if (person === null) throw new Error('signed out');
    return { id: person.id, fullName: person.name };
  },
  async getPermissions() {
    return (await me())?.permissions ?? [];
  },
};
