import classes from './kbd.module.css'

/** Keys as caps: `Ctrl K`, `G C`. */
export function Kbd({ keys }: { readonly keys: string }) {
  return (
    <span className={classes.keys}>
      {keys.split(' ').map((key, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the keys never change places
        <kbd key={index} className={classes.key}>
          {key}
        </kbd>
      ))}
    </span>
  )
}
