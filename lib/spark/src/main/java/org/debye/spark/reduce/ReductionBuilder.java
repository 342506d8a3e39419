package org.debye.spark.reduce;

import java.util.Arrays;
import org.debye.frame.DetectorLayout;
import org.debye.frame.FrameShape;
import org.debye.hdf5.FrameReader;
import org.debye.provenance.Digest;
import org.debye.spectra.reduction.FrameReduction;
import org.debye.spectra.reduction.PixelCorrections;

/**
 * Finds or builds the reduction of a dataset: the user's images and the file's own put together.
 */
final class ReductionBuilder {
  private final CorrectionImages images;

  ReductionBuilder(CorrectionImages images) {
    this.images = images;
  }

  /**
   * Gives the reduction.
   *
   * @throws org.debye.failure.InputException where no pixel is left, or a shape does not fit
   */
  FrameReduction reduction(Recipe recipe, FrameReader reader, String where) {
    boolean[] mask = mask(recipe, reader);
    float[] flat = flat(recipe, reader);
    String key =
        new Digest()
            .add(recipe.geometry())
            .add(recipe.layout())
            .add(recipe.rules())
            .add(recipe.saturation())
            .add(recipe.integration())
            .add(images.digest())
            .add(mask)
            .add(flat)
            .hex();
    return ReductionCache.of(
        key,
        () ->
            FrameReduction.of(
                recipe.geometry(),
                recipe.layout(),
                new PixelCorrections(
                    mask, recipe.rules(), images.dark(), flat, recipe.saturation()),
                recipe.integration(),
                where));
  }

  private boolean[] mask(Recipe recipe, FrameReader reader) {
    if (!recipe.rules().fileBits()) {
      return images.mask();
    }
    DetectorLayout layout = recipe.layout();
    FrameShape module = layout.module();
    boolean[] mask = images.mask();
    for (int m = 0; m < layout.placements().size(); m++) {
      int[] bits = reader.pixelMask(m);
      if (bits.length == 0) {
        continue;
      }
      if (mask == images.mask()) {
        mask = Arrays.copyOf(mask, layout.assembled().pixels());
      }
      for (int i = 0; i < bits.length; i++) {
        if (bits[i] != 0) {
          mask[layout.pixel(m, i / module.columns(), i % module.columns())] = true;
        }
      }
    }
    return mask;
  }

  private float[] flat(Recipe recipe, FrameReader reader) {
    if (!recipe.fileFlat()) {
      return images.flat();
    }
    DetectorLayout layout = recipe.layout();
    FrameShape module = layout.module();
    float[] flat = new float[0];
    for (int m = 0; m < layout.placements().size(); m++) {
      float[] response = reader.flatField(m);
      if (response.length == 0) {
        continue;
      }
      if (flat.length == 0) {
        flat = new float[layout.assembled().pixels()];
        Arrays.fill(flat, 1);
      }
      for (int i = 0; i < response.length; i++) {
        flat[layout.pixel(m, i / module.columns(), i % module.columns())] = response[i];
      }
    }
    return flat;
  }
}
