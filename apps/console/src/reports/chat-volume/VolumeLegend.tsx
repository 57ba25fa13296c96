import classes from './chat-volume.module.css'

/** Names the dashed line; the bars are named by the headline's colours. */
export function VolumeLegend() {
  return (
    <p className={classes.legend}>
      <span className={classes.dash} /> Requests in the previous period
    </p>
  )
}
