import { type Route, route } from '../http/route.ts';
import type { PolicyPreviewer } from './preview.ts';
import { PolicyPreview, PreviewPolicy } from './preview-contract.ts';

export function policyPreviewRoutes({ preview }: { preview: PolicyPreviewer }): Route[] {
  return [
    route({
      method: 'post',
      path: '/api/settings/first-messages/preview',
      permission: 'settings.first-messages',
      tag: 'Settings',
      summary: 'What a first-message policy would have done in the last 30 days',
      body: PreviewPolicy,
      response: PolicyPreview,
      handler: ({ body, actor }) => preview(body.value, actor),
    }),
  ];
}
