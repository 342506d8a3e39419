@NullMarked
package org.debye.unmixing.combination;

import org.jspecify.annotations.NullMarked;
