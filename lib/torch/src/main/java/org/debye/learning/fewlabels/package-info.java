/** What few labels teach: a linear layer on representations, or a whole network. */
@NullMarked
package org.debye.learning.fewlabels;

import org.jspecify.annotations.NullMarked;
