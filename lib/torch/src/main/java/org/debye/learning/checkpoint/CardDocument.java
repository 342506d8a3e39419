package org.debye.learning.checkpoint;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The content of {@code card.json}.
 *
 * @param format always {@link #FORMAT}
 * @param version of this layout
 * @param attempt of the stage that wrote it
 * @param modelSha256 of the card's JSON without spaces, by which a changed card is noticed
 * @param files the weights under {@code model}, the state of training under {@code training}
 */
record CardDocument(
    String format,
    int version,
    long attempt,
    ModelCard model,
    String modelSha256,
    SortedMap<String, StoredFile> files) {
  static final String FORMAT = "debye-model";
  static final int VERSION = 1;
  static final String MODEL = "model";
  static final String TRAINING = "training";

  CardDocument {
    files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    if (!files.containsKey(MODEL)) {
      throw new IllegalArgumentException("a card without a file of weights");
    }
  }

  boolean names(String file) {
    return files.values().stream().anyMatch(one -> one.name().equals(file));
  }
}
