/** Administration from a shell: a socket in the node's directory, and the small program that talks to it. */
@NullMarked
package org.omnihall.hall.node.admin;

import org.jspecify.annotations.NullMarked;
