package org.debye.learning.data;

import org.bytedeco.pytorch.Tensor;

/**
 * A rank's part of a batch.
 *
 * @param spectra (S, L, n) on the model's device
 * @param labels class of each of the S L spectra
 * @param ids of each of them
 */
public record Batch(Tensor spectra, int[] labels, long[] ids) {}
