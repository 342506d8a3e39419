package org.debye.learning.predict;

import java.util.List;
import org.debye.learning.checkpoint.ModelCard;
import org.debye.learning.checkpoint.OtherAxis;
import org.debye.learning.data.HeldSpectra;
import org.debye.learning.data.Preparation;
import org.debye.spectra.SpectralAxis;
import org.debye.spectra.Spectrum;

/**
 * Spectra as a model sees them: on its axis, treated as those that it has learnt from.
 *
 * @param card of the model
 */
public record ModelInput(ModelCard card) {

  /**
   * Treats some.
   *
   * @param axis of the spectra
   * @param where the dataset, for messages
   * @throws org.debye.failure.InputException where they are on another axis, or one has no number
   *     at a point that the model needs
   */
  public HeldSpectra of(SpectralAxis axis, List<Spectrum> spectra, OtherAxis other, String where) {
    Preparation preparation =
        Preparation.of(card.axis().axis(), card.treatment(), axis, other, where);
    HeldSpectra held = new HeldSpectra(preparation.points());
    for (int i = 0; i < spectra.size(); i++) {
      Spectrum one = spectra.get(i);
      held.add(preparation.of(one.intensity(), one.baseline(), where + ", spectrum " + i));
    }
    return held;
  }
}
