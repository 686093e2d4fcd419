/** A package whose hand-written logic StrykerJS mutates. */
export interface LogicRoom {
  folder: string;
  /** What is no logic: lists of exports, prose for people, data. */
  leftOut: string[];
}

export const logicRooms = {
  client: {
    folder: 'packages/client',
    leftOut: ['src/index.ts', 'src/fixtures.ts', 'src/catalogue.ts'],
  },
  sandbox: {
    folder: 'apps/sandbox',
    leftOut: ['src/index.ts', 'src/cli.ts', 'src/banner.ts', 'src/help.ts', 'src/**/*.d.ts'],
  },
} satisfies Record<string, LogicRoom>;

export type LogicRoomName = keyof typeof logicRooms;

export const isLogicRoom = (name: string): name is LogicRoomName => Object.hasOwn(logicRooms, name);
