export function VisitorsPage() {
  return <main>visitors</main>
}
