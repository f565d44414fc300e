/** Every page there is, with something on it: for whoever walks through the whole of Heed. */

type Read = (path: string) => Promise<any>

export async function everyPage(workspaceId: string, read: Read): Promise<string[]> {
  const firstOf = async (list: string): Promise<string> => (await read(`/${list}`)).data[0].id
  return [
    ...[
      'today',
      'voices',
      `voices/${await firstOf('voices')}`,
      'people',
      `people/${await firstOf('persons')}`,
      'outcomes',
      'surveys',
      `surveys/${await firstOf('surveys')}`,
      'import',
      'team',
      'trust',
      'trust/requests',
      'trust/retention',
      'trust/processing',
      'trust/reader',
      'trust/roles',
      'trust/emergencies',
      'trust/consent',
      'trust/automations',
      'trust/fairness',
      'trust/keys',
      'trust/provider',
      'trust/api',
      'trust/audit',
      'trust/backups',
      'trust/workspace',
    ].map((page) => `/w/${workspaceId}/${page}`),
    '/welcome',
    '/sign-in',
    '/forgot',
    '/reset/unknown',
    '/verify/unknown',
  ]
}
