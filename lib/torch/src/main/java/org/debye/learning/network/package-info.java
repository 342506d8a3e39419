/** The networks of spectra: encoders, and the classifier on top of them. */
@NullMarked
package org.debye.learning.network;

import org.jspecify.annotations.NullMarked;
