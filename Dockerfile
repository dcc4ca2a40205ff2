# The API with the staff console. Build it from the repository's root: docker build -t yance-api .
# scripts/check-packaging.mjs runs these steps one by one, so: COPY from this list only, RUN with paths relative to
# WORKDIR.
FROM node:20.20.2-bookworm-slim AS build
WORKDIR /src
ENV CI=true
COPY package.json pnpm-lock.yaml pnpm-workspace.yaml tsconfig.base.json ./
COPY apps/admin-api/package.json apps/admin-api/
COPY apps/admin-web/package.json apps/admin-web/
COPY packages/shared-types/package.json packages/shared-types/
COPY packages/wechat-sandbox/package.json packages/wechat-sandbox/
RUN npx --yes pnpm@12.21.0 install --frozen-lockfile --prefer-offline --filter @yance/admin-api... --filter @yance/admin-web...
COPY packages/shared-types packages/shared-types
COPY apps/admin-api apps/admin-api
COPY apps/admin-web apps/admin-web
RUN npx --yes pnpm@12.21.0 --filter @yance/shared-types --filter @yance/admin-api --filter @yance/admin-web run build
RUN npx --yes pnpm@12.21.0 --filter @yance/admin-api deploy --prod --legacy --prefer-offline out/api
# A volume takes over the rights of the folder it is mounted on.
RUN mkdir -m 1777 out/seals

FROM node:20.20.2-bookworm-slim AS runtime
ENV NODE_ENV=production YANCE_ENV=production PORT=3000
WORKDIR /app/admin-api
COPY --from=build /src/out/api/package.json ./
COPY --from=build /src/out/api/node_modules node_modules
COPY --from=build /src/out/api/dist dist
COPY --from=build /src/apps/admin-web/dist /app/admin-web/dist
COPY --from=build /src/out/seals seals
USER node
EXPOSE 3000
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=4s --start-period=30s --retries=3 CMD ["node", "dist/commands/health-check.js"]
CMD ["node", "--enable-source-maps", "dist/main.js"]
