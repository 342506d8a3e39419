/**
 * Which labelled frames a model learns from, is stopped by and is tested on. Neighbouring frames of
 * one ramp are nearly equal, so whole datasets go to one part unless somebody asks otherwise.
 */
@NullMarked
package org.debye.classification.split;

import org.jspecify.annotations.NullMarked;
