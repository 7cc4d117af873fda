package org.onrecord.api;

import java.lang.reflect.Field;
import java.util.List;
import java.util.Map;

import com.github.benmanes.caffeine.cache.Cache;

/** The classes that Caffeine makes by name for a cache: a native build has those alone that it is told of. */
public final class MadeByName {

    private MadeByName() {}

    /** @param cache that holds something */
    public static List<String> of(Cache<?, ?> cache) throws ReflectiveOperationException {
        Object inside = read(cache.getClass().getDeclaredField("cache"), cache);
        Class<?> bounded = inside.getClass();
        while (!bounded.getSimpleName().equals("BoundedLocalCache")) {
            bounded = bounded.getSuperclass();
        }
        Map<?, ?> nodes = (Map<?, ?>) read(bounded.getDeclaredField("data"), inside);
        return List.of(
                inside.getClass().getName(),
                nodes.values().iterator().next().getClass().getName());
    }

    private static Object read(Field field, Object of) throws ReflectiveOperationException {
        field.setAccessible(true);
        return field.get(of);
    }
}
