package org.debye.spark.reduce;

import java.io.Serializable;
import java.util.List;
import org.debye.frame.MaskRules;
import org.jspecify.annotations.Nullable;

/**
 * Masks, dark and flat. Images are of the assembled and flipped detector: EDF, NPY or TIFF files,
 * or {@code FILE::/dataset} for HDF5; local paths or URIs.
 *
 * @param masks not 0 is masked in any of them
 * @param rules which values, gaps and file bits are masked
 * @param dark subtracted from every frame
 * @param flat by which frames are divided; stronger than the file's
 * @param fileFlat whether the file's own flat is used
 */
public record CorrectionSettings(
    List<String> masks,
    MaskRules rules,
    @Nullable String dark,
    @Nullable String flat,
    boolean fileFlat)
    implements Serializable {
  public CorrectionSettings {
    masks = List.copyOf(masks);
  }

  /** Only the rules, and the file's own flat. */
  public static CorrectionSettings of(MaskRules rules) {
    return new CorrectionSettings(List.of(), rules, null, null, true);
  }
}
