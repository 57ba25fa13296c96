import { Outlet } from '@tanstack/react-router'

/** The frame around every page behind the sign-in. */
export function Shell() {
  return <Outlet />
}
