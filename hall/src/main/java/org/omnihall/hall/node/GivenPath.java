package org.omnihall.hall.node;

import java.nio.file.Path;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationPropertiesBinding;
import org.springframework.core.convert.converter.Converter;
import org.springframework.stereotype.Component;

/** Reads a setting that may name a file; Spring reads paths, and optional values, but not both in one. An empty text names none. */
@Component
@ConfigurationPropertiesBinding
class GivenPath implements Converter<String, Optional<Path>> {

    @Override
    public Optional<Path> convert(String text) {
        return Optional.of(text).filter(given -> !given.isBlank()).map(Path::of);
    }
}
