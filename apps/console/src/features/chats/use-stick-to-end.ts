import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'

/** So close (px) to the end counts as being there. */
const NEAR_PX = 48

/**
 * Keeps a scrolling box at its end while content is added, unless somebody has scrolled up to read:
 * then nothing moves, and the answer says that the end is elsewhere.
 */
export function useStickToEnd(
  ...content: readonly unknown[]
): readonly [RefObject<HTMLDivElement | null>, boolean, () => void] {
  const box = useRef<HTMLDivElement>(null)
  const isFollowing = useRef(true)
  const [isAtEnd, setAtEnd] = useState(true)

  const goToEnd = useCallback(() => {
    const element = box.current
    if (element) element.scrollTop = element.scrollHeight
  }, [])

  useEffect(() => {
    const element = box.current
    if (!element) return
    const look = () => {
      isFollowing.current = element.scrollHeight - element.scrollTop - element.clientHeight < NEAR_PX
      setAtEnd(isFollowing.current)
    }
    // The box shrinks when the composer grows or a phone's keyboard opens.
    const resized = new ResizeObserver(() => {
      if (isFollowing.current) goToEnd()
    })
    element.addEventListener('scroll', look, { passive: true })
    resized.observe(element)
    return () => {
      element.removeEventListener('scroll', look)
      resized.disconnect()
    }
  }, [goToEnd])

  useLayoutEffect(() => {
    if (isFollowing.current) goToEnd()
  }, [goToEnd, ...content])

  return [box, isAtEnd, goToEnd]
}
