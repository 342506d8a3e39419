@NullMarked
package org.debye.unmixing.posterior;

import org.jspecify.annotations.NullMarked;
