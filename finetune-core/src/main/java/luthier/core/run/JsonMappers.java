package luthier.core.run;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.NamedType;
import tools.jackson.databind.module.SimpleModule;

/// The one configuration of Jackson: events and failures carry their kind, paths are plain text, a run's specification
/// has one form everywhere.
final class JsonMappers {
    static final JsonMapper MAPPER = build();

    /// For documents that are written again: numbers keep all their digits.
    static final JsonMapper EXACT = MAPPER.rebuild()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private JsonMappers() {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "event")
    private interface EventKind {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    private interface FailureKind {}

    private static JsonMapper build() {
        SimpleModule forms = new SimpleModule("luthier")
                .addSerializer(Path.class, new PathAsText())
                .addSerializer(RunSpec.class, new SpecAsMap());
        for (Class<?> sealed : new Class<?>[] {RunEvent.class, Failure.class}) {
            for (Class<?> kind : sealed.getPermittedSubclasses()) {
                forms.registerSubtypes(new NamedType(kind, kindName(kind)));
            }
        }
        return JsonMapper.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .addMixIn(RunEvent.class, EventKind.class)
                .addMixIn(Failure.class, FailureKind.class)
                .addModule(forms)
                .build();
    }

    static String kindName(Class<?> kind) {
        String name = kind.getSimpleName();
        return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }

    /// `, line 3, column 7`, or nothing where the place is unknown.
    static String place(@Nullable TokenStreamLocation location) {
        return location == null || location.getLineNr() <= 0
                ? ""
                : ", line " + location.getLineNr() + ", column " + location.getColumnNr();
    }

    private static final class PathAsText extends ValueSerializer<Path> {
        @Override
        public void serialize(Path path, JsonGenerator generator, SerializationContext context) {
            generator.writeString(path.toString());
        }
    }

    private static final class SpecAsMap extends ValueSerializer<RunSpec> {
        @Override
        public void serialize(RunSpec spec, JsonGenerator generator, SerializationContext context) {
            Map<String, ?> map = RunSpecCodec.toMap(spec);
            context.writeValue(generator, map);
        }
    }
}
