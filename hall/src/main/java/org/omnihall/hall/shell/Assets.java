package org.omnihall.hall.shell;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.omnihall.octets.Octets;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * The static files, each under an address that changes with its content, so that browsers may keep them for a year: vendored libraries
 * carry their version in the folder's name, our own files a piece of their hash in the query.
 */
@Component
public class Assets {

    private final Map<String, String> addresses = new ConcurrentHashMap<>();
    private final String sprite;

    Assets() throws IOException {
        for (Resource file : new PathMatchingResourcePatternResolver().getResources("classpath*:static/vendor/*/*.*")) {
            String path = file.getURL().getPath();
            String folder = path.substring(path.lastIndexOf("/vendor/"));
            addresses.put(folder.substring(folder.lastIndexOf('/') + 1), folder);
        }
        sprite = address("icons.svg");
    }

    /** The address of a file by its name: a vendored one such as {@code echarts.min.js}, or one of ours such as {@code hall.css}. */
    public String address(String file) {
        return addresses.computeIfAbsent(file, Assets::ours);
    }

    String icon(String name) {
        return sprite + "#" + name;
    }

    private static String ours(String file) {
        try (InputStream in = new ClassPathResource("static/" + file).getInputStream()) {
            return "/" + file + "?v="
                    + Octets.of(in.readAllBytes()).sha256().slice(0, 6).toHex();
        } catch (IOException missing) {
            throw new IllegalArgumentException("no static file " + file, missing);
        }
    }
}
