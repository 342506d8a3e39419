/**
 * Where along a series of frames one class gives way to the next, and how firmly: the
 * classification confidence of Sun's thesis, boundaries of labels, and change points of scores with
 * their posterior.
 */
@NullMarked
package org.debye.evaluation.transition;

import org.jspecify.annotations.NullMarked;
