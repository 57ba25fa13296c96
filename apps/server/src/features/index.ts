import { agentRoutes } from './account/agents/agents.routes.ts'
import { departmentRoutes } from './account/departments/departments.routes.ts'
import { permissionRoutes } from './account/permissions/permissions.routes.ts'
import { roleRoutes } from './account/roles/roles.routes.ts'
import { siteRoutes } from './account/site/site.routes.ts'

/** Every route that needs nothing but the context, as data: counted, printed and compared with the contract. */
export const featureRoutes = [...siteRoutes, ...agentRoutes, ...roleRoutes, ...departmentRoutes, ...permissionRoutes]
