/**
 * Sampling and approximating distributions that are known by their log density: any of them, not
 * the unmixing model's alone.
 */
@NullMarked
package org.debye.inference;

import org.jspecify.annotations.NullMarked;
