import type { ComponentChildren } from 'preact'

/** A line drawing of one path. */
function Icon({ path }: { path: string }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
      <path d={path} />
    </svg>
  )
}

/** Two speech shapes that overlap: the house's mark. */
export const MarkIcon = () => (
  <svg class="icon mark" viewBox="0 0 32 32" aria-hidden="true">
    <path d="M10.5 3h7a7.5 7.5 0 0 1 7.5 7.5v1a7.5 7.5 0 0 1-7.5 7.5H11l-6 4.5V17a7.5 7.5 0 0 1-2-5.5v-1A7.5 7.5 0 0 1 10.5 3Z" />
    <path d="M17.5 13.2h5a6.2 6.2 0 0 1 6.2 6.3v.5q0 2.5-1.5 4.2v4.4l-3.700-2.4h-6a6.2 6.2 0 0 1-6.2-6.2v-.5a6.2 6.2 0 0 1 6.2-6.3Z" />
  </svg>
)
export const MinimiseIcon = () => <Icon path="m6 9 6 6 6-6" />
export const CloseIcon = () => <Icon path="m7 7 10 10M17 7 7 17" />
export const SendIcon = () => <Icon path="M12 19V5m-6 6 6-6 6 6" />
export const LeaveIcon = () => <Icon path="M10 4H5v16h5M16 8l4 4-4 4m4-4H10" />
export const CheckIcon = () => <Icon path="m5 13 5 4 9-10" />

const MOUTHS = ['M8 17.5q4-6 8 0', 'M8 16.5q4-3 8 0', 'M8 16h8', 'M8 15q4 3 8 0', 'M8 14q4 6 8 0Z']

/** A face from sad (1) to glad (5). */
export const Face = ({ grade }: { grade: number }) => (
  <Icon path={`M12 3a9 9 0 1 1 0 18 9 9 0 0 1 0-18ZM9 9v1M15 9v1${MOUTHS[grade - 1]}`} />
)

/** A button that is only an icon, with its name for everybody. */
export function IconButton(props: { label: string; onClick: () => void; children: ComponentChildren }) {
  return (
    <button type="button" class="icon-button" aria-label={props.label} title={props.label} onClick={props.onClick}>
      {props.children}
    </button>
  )
}
