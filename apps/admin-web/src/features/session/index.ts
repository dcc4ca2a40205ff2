export { useSession } from './api/read-session';
export { useSignOut } from './api/sign-out';
export { forgetSession } from './forget-session';
export { SignInAgain } from './sign-in-again';
