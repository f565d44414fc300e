import { QueryClientProvider } from '@tanstack/react-query'
import { createRouter, RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { accountRoutes } from './account/routes.tsx'
import { LanguageContext } from './i18n/language.ts'
import { translator } from './i18n/say.ts'
import { importRoutes } from './import/routes.tsx'
import { outcomesRoutes } from './outcomes/routes.tsx'
import { peopleRoutes } from './people/routes.tsx'
import { homeRoute, rootRoute, workspaceRoute } from './shell/root.tsx'
import { makeQueryClient } from './shell/query-client.ts'
import { signInAgain } from './shell/sign-in-again.ts'
import { Trouble } from './shell/trouble.tsx'
import { surveysRoutes } from './surveys/routes.tsx'
import { teamRoutes } from './team/routes.tsx'
import { todayRoutes } from './today/routes.tsx'
import { trustRoutes } from './trust/routes.tsx'
import { saidOf } from './ui/error-notice.tsx'
import { makeToastStore } from './ui/toast-store.ts'
import { ToastProvider } from './ui/toast.tsx'
import { uiWords } from './ui/words.ts'
import { voicesRoutes } from './voices/routes.tsx'
import './styles.css'

const routeTree = rootRoute.addChildren([
  homeRoute,
  ...accountRoutes,
  workspaceRoute.addChildren([
    ...todayRoutes,
    ...voicesRoutes,
    ...peopleRoutes,
    ...importRoutes,
    ...surveysRoutes,
    ...outcomesRoutes,
    ...teamRoutes,
    ...trustRoutes,
  ]),
])

const language = 'en-GB'
const toasts = makeToastStore()

const queries = makeQueryClient({
  failed: (error) => {
    const { title, detail } = saidOf(error, translator(uiWords.texts, language))
    toasts.add({ text: [title, detail].filter(Boolean).join('. '), kind: 'wrong' })
  },
  signedOut: () => signInAgain(router, queries),
})

const router = createRouter({
  routeTree,
  context: { queries },
  defaultErrorComponent: Trouble,
  defaultPreload: 'intent',
  defaultPreloadStaleTime: 0,
  scrollRestoration: true,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}

const place = document.getElementById('heed')
if (!place) throw new Error('index.html has no element with the id heed')
createRoot(place).render(
  <StrictMode>
    <LanguageContext value={language}>
      <QueryClientProvider client={queries}>
        <ToastProvider store={toasts}>
          <RouterProvider router={router} />
        </ToastProvider>
      </QueryClientProvider>
    </LanguageContext>
  </StrictMode>,
)
