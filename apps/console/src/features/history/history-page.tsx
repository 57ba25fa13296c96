export function HistoryPage() {
  return <main>history</main>
}
