/**
 * Other views of a spectrum that keep its class: noise, intensity, axis and range as an experiment
 * could have changed them. Drawn by the record's name, for learning without labels or with few.
 */
@NullMarked
package org.debye.augmentation;

import org.jspecify.annotations.NullMarked;
