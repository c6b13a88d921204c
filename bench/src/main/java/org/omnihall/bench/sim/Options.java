package org.omnihall.bench.sim;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Options as they were typed, {@code --name value} or {@code --name=value}, and how each is read. */
final class Options {

    private static final Pattern SPAN = Pattern.compile("(\\d{1,6})(ms|s|m|h)");
    private static final Pattern ADDRESS = Pattern.compile("\\[?([^\\[\\]]+?)]?:(\\d{1,5})");

    private final Map<String, String> given;

    private Options(Map<String, String> given) {
        this.given = given;
    }

    static Options read(List<String> arguments, Set<String> valued, Set<String> flags) {
        Map<String, String> given = new HashMap<>();
        for (int i = 0; i < arguments.size(); i++) {
            String[] parts = arguments.get(i).split("=", 2);
            String name = parts[0];
            if (flags.contains(name) && parts.length == 1) {
                given.put(name, "");
            } else if (!valued.contains(name)) {
                throw new WrongOption("there is no option " + name);
            } else if (parts.length == 2) {
                given.put(name, parts[1]);
            } else if (i + 1 < arguments.size()) {
                given.put(name, arguments.get(++i));
            } else {
                throw new WrongOption(name + " needs a value");
            }
        }
        return new Options(given);
    }

    boolean has(String name) {
        return given.containsKey(name);
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(given.get(name));
    }

    String text(String name, String otherwise) {
        return given.getOrDefault(name, otherwise);
    }

    long whole(String name, long otherwise, long least, long most) {
        return text(name).map(text -> whole(name, text, least, most)).orElse(otherwise);
    }

    private static long whole(String name, String text, long least, long most) {
        boolean number = text.matches("\\d{1,18}");
        if (!number || Long.parseLong(text) < least || Long.parseLong(text) > most) {
            throw new WrongOption(name + " is a whole number from " + least + " to " + most + ", not " + text);
        }
        return Long.parseLong(text);
    }

    int port(String name, int otherwise) {
        return (int) whole(name, otherwise, 1, 65_535);
    }

    double share(String name, double otherwise) {
        return decimal(name, otherwise, 1);
    }

    double decimal(String name, double otherwise, double most) {
        return text(name)
                .map(text -> {
                    double value = text.matches("\\d{1,9}(\\.\\d{1,9})?") ? Double.parseDouble(text) : -1;
                    if (value < 0 || value > most) {
                        throw new WrongOption("%s is a number from 0 to %.0f, not %s".formatted(name, most, text));
                    }
                    return value;
                })
                .orElse(otherwise);
    }

    Optional<Duration> span(String name) {
        return text(name).map(text -> {
            Matcher parts = SPAN.matcher(text);
            if (!parts.matches() || Long.parseLong(parts.group(1)) == 0) {
                throw new WrongOption(name + " is a time such as 500ms, 90s, 10m or 2h, not " + text);
            }
            long number = Long.parseLong(parts.group(1));
            return switch (parts.group(2)) {
                case "ms" -> Duration.ofMillis(number);
                case "s" -> Duration.ofSeconds(number);
                case "m" -> Duration.ofMinutes(number);
                default -> Duration.ofHours(number);
            };
        });
    }

    <E extends Enum<E>> Optional<E> one(String name, Class<E> type) {
        return text(name)
                .map(text -> Arrays.stream(type.getEnumConstants())
                        .filter(each -> each.name().equals(text.toUpperCase(Locale.ROOT)))
                        .findFirst()
                        .orElseThrow(() -> new WrongOption(
                                name + " is one of " + Arrays.toString(type.getEnumConstants()) + ", not " + text)));
    }

    InetAddress host(String name, String otherwise) {
        return resolve(name, text(name, otherwise));
    }

    Optional<InetSocketAddress> socket(String name) {
        return text(name).map(text -> {
            Matcher parts = ADDRESS.matcher(text);
            if (!parts.matches() || Integer.parseInt(parts.group(2)) > 65_535) {
                throw new WrongOption(name + " is HOST:PORT, such as 127.0.0.1:1812 or [::1]:1812, not " + text);
            }
            return new InetSocketAddress(resolve(name, parts.group(1)), Integer.parseInt(parts.group(2)));
        });
    }

    private static InetAddress resolve(String name, String host) {
        try {
            return InetAddress.getAllByName(host)[0];
        } catch (UnknownHostException unknown) {
            throw new WrongOption(name + ": there is no host " + host);
        }
    }
}
