import { maxPhotoBytes, maxPhotos } from '#domain/photo.ts'
import { photoTexts } from '../texts.ts'

/** Buttons of the live page that choose photos and send them at once; scripts show them. */
export function PhotoButtons() {
  return (
    <>
      <button type="button" class="quiet" id="camera" hidden>
        {photoTexts.camera}
      </button>
      <button type="button" class="quiet" id="album" hidden>
        {photoTexts.album}
      </button>
    </>
  )
}

/**
 * The same as a plain form, which scripts hide. `capture` is set for the camera's button only: with it a phone
 * offers neither its album nor several photos.
 */
export function PhotoForm({ newId }: { readonly newId: () => string }) {
  return (
    <form
      class="composer photos"
      method="post"
      action="/chat/photos"
      enctype="multipart/form-data"
      id="photos"
      data-max={maxPhotos}
      data-max-bytes={maxPhotoBytes}
      data-pending={photoTexts.pending}
      data-too-large={photoTexts.refused['too-large']}
      data-too-many={photoTexts.refused['too-many']}
    >
      <input type="hidden" name="id" value={newId()} />
      <label for="photo">{photoTexts.label}</label>
      <div class="line">
        <input id="photo" name="photo" type="file" accept="image/*" multiple required />
        <button>{photoTexts.send}</button>
      </div>
    </form>
  )
}
