/** Fitted classifiers as named arrays, for a file of weights. */
@NullMarked
package org.debye.classification.storage;

import org.jspecify.annotations.NullMarked;
