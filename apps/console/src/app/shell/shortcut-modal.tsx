import { Modal, Text } from '@mantine/core'
import { shortcutMap } from '../../lib/shortcuts.ts'
import { Kbd } from '../../ui/kbd.tsx'
import classes from './shortcut-modal.module.css'

/** The map of all keys. */
export function ShortcutModal({ isOpen, onClose }: { readonly isOpen: boolean; readonly onClose: () => void }) {
  return (
    <Modal opened={isOpen} onClose={onClose} title={<Text fw={600}>Keyboard shortcuts</Text>} size="lg">
      <div className={classes.map}>
        {shortcutMap.map(({ area, shortcuts }) => (
          <section key={area}>
            <h3 className={classes.area}>{area}</h3>
            <dl className={classes.list}>
              {shortcuts.map(({ keys, does }) => (
                <div key={keys} className={classes.line}>
                  <dt>{does}</dt>
                  <dd>
                    <Kbd keys={keys} />
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Modal>
  )
}
