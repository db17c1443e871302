import { describe, expect, it } from 'vitest';
import { readConfig } from './config.ts';

describe('TRUSTED_PROXIES', () => {
  it.each([
    [undefined, ['loopback']],
    ['', ['loopback']],
    ['10.0.3.7', ['10.0.3.7']],
    ['loopback, 10.0.0.0/8 ,2001:db8::/32', ['loopback', '10.0.0.0/8', '2001:db8::/32']],
  ])('%o names %o', (TRUSTED_PROXIES, proxies) => {
    expect(readConfig({ TRUSTED_PROXIES }).trustedProxies).toEqual(proxies);
  });

  it.each(['proxy.internal', '10.0.0.0/33', '10.0.0.0/0', '10.0.0.0/8/8', 'true', '1', ',', '::1/129'])(
    'refuses %o',
    (TRUSTED_PROXIES) => {
      expect(() => readConfig({ TRUSTED_PROXIES })).toThrow(/TRUSTED_PROXIES: must be addresses or networks/);
    },
  );
});
