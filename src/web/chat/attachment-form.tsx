import { maxFiles } from '#domain/media.ts'
import type { MediaLimits } from '#domain/media.ts'
import { mediaTexts } from '#doors/media-texts.ts'
import { acceptedTypes, limitTexts } from '#doors/media-texts.ts'

/** Buttons of the live page that choose files and send them at once; scripts show them. */
export function AttachmentButtons() {
  return (
    <>
      <button type="button" class="quiet" id="camera" hidden>
        {mediaTexts.camera}
      </button>
      <button type="button" class="quiet" id="album" hidden>
        {mediaTexts.album}
      </button>
    </>
  )
}

type FormProps = { readonly newId: () => string; readonly limits: MediaLimits }

/**
 * The same as a plain form, which scripts hide. `capture` is set for the camera's button only: with it a phone
 * offers neither its album nor several photos.
 */
export function AttachmentForm({ newId, limits }: FormProps) {
  const texts = limitTexts(limits)
  return (
    <form
      class="composer photos"
      method="post"
      action="/chat/attachments"
      enctype="multipart/form-data"
      id="attachments"
      data-max={maxFiles}
      data-max-image={limits.image}
      data-max-video={limits.video}
      data-max-audio={limits.audio}
      data-pending={mediaTexts.pending}
      data-uploading={mediaTexts.uploading}
      data-too-large={texts.refused('too-large')}
      data-too-many={texts.refused('too-many')}
    >
      <input type="hidden" name="id" value={newId()} />
      <label for="file">{texts.label}</label>
      <div class="line">
        <input id="file" name="file" type="file" accept={acceptedTypes} multiple required />
        <button>{mediaTexts.send}</button>
      </div>
    </form>
  )
}
