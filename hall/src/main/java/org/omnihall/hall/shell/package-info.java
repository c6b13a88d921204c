/** Page layout, navigation, words in both languages, the signed-in caller and his rights. */
@ApplicationModule(
        displayName = "shell",
        allowedDependencies = {})
@NullMarked
package org.omnihall.hall.shell;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
